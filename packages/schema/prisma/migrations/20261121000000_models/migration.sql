-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "activity_type" AS ENUM ('STUDY_VISIT', 'ROUND_TABLE', 'SEMINAR', 'TRAINING', 'WORKSHOP', 'COUNSELLING', 'PUBLIC_EVENT', 'OPEN_CALL');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('FEMALE', 'MALE');

-- CreateEnum
CREATE TYPE "beneficiary_kind" AS ENUM ('PERSON', 'HOUSEHOLD');

-- CreateEnum
CREATE TYPE "beneficiary_category" AS ENUM ('RETURNEE', 'SOCIALLY_VULNERABLE', 'HARD_TO_EMPLOY');

-- CreateEnum
CREATE TYPE "support_type" AS ENUM ('SELF_EMPLOYMENT_GRANT', 'BUSINESS_TRAINING', 'RETRAINING', 'EMPLOYMENT_SUBSIDY', 'AGRICULTURAL_EQUIPMENT', 'INCLUSIVE_WORKSHOP', 'COUNSELLING');

-- CreateEnum
CREATE TYPE "result_level" AS ENUM ('OUTPUT', 'OUTCOME', 'IMPACT');

-- CreateEnum
CREATE TYPE "indicator_direction" AS ENUM ('MORE_IS_BETTER', 'LESS_IS_BETTER');

-- CreateEnum
CREATE TYPE "aggregation" AS ENUM ('SUM', 'LATEST', 'NONE');

-- CreateEnum
CREATE TYPE "measurement_kind" AS ENUM ('BASELINE', 'TARGET', 'ACTUAL');

-- CreateEnum
CREATE TYPE "measurement_status" AS ENUM ('PRELIMINARY', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "qualifier" AS ENUM ('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('DONOR', 'INGO', 'NGO', 'AGENCY', 'LOCAL_GOVERNMENT');

-- CreateEnum
CREATE TYPE "component_code" AS ENUM ('ECONOMIC', 'PSYCHOSOCIAL', 'INSTITUTIONAL', 'VISIBILITY');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('PLANNED', 'ONGOING', 'COMPLETED');

-- CreateEnum
CREATE TYPE "participation_role" AS ENUM ('FUNDER', 'LEAD', 'IMPLEMENTING_PARTNER', 'LOCAL_PARTNER', 'CO_FUNDER');

-- CreateEnum
CREATE TYPE "cell_status" AS ENUM ('OBSERVED', 'PROVISIONAL', 'SUPPRESSED', 'MISSING', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "statistics_level" AS ENUM ('PROJECT', 'DISTRICT', 'CITY');

-- CreateTable
CREATE TABLE "activity" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "project_id" INTEGER NOT NULL,
    "type" "activity_type" NOT NULL,
    "component_code" "component_code",
    "title" JSONB NOT NULL,
    "topics" JSONB NOT NULL DEFAULT '[]',
    "city_id" INTEGER,
    "venue" JSONB,
    "held_on" TEXT,
    "duration_days" INTEGER,
    "is_ongoing" BOOLEAN NOT NULL DEFAULT false,
    "part_of_id" INTEGER,
    "followed_by" JSONB,
    "participants_count" INTEGER,
    "participants_count_qualifier" "qualifier",

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_origin" (
    "activity_id" INTEGER NOT NULL,
    "city_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "activity_origin_pkey" PRIMARY KEY ("activity_id","city_id")
);

-- CreateTable
CREATE TABLE "activity_network" (
    "activity_id" INTEGER NOT NULL,
    "network_id" INTEGER NOT NULL,

    CONSTRAINT "activity_network_pkey" PRIMARY KEY ("activity_id","network_id")
);

-- CreateTable
CREATE TABLE "activity_source" (
    "activity_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "activity_source_pkey" PRIMARY KEY ("activity_id","source_id")
);

-- CreateTable
CREATE TABLE "beneficiary" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "project_id" INTEGER NOT NULL,
    "kind" "beneficiary_kind" NOT NULL,
    "sex" "sex",
    "birth_year" INTEGER,
    "category" "beneficiary_category" NOT NULL,
    "city_id" INTEGER NOT NULL,
    "enrolled_in" TEXT NOT NULL,
    "enrolled_by_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "beneficiary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "beneficiary_id" UUID NOT NULL,
    "component_code" "component_code" NOT NULL,
    "type" "support_type" NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT,
    "organization_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset_entry" (
    "dataset" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "dataset_entry_pkey" PRIMARY KEY ("dataset","kind","key")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "definition" JSONB,
    "unit" TEXT NOT NULL,
    "component_code" "component_code",
    "result_level" "result_level" NOT NULL,
    "direction" "indicator_direction" NOT NULL,
    "aggregation" "aggregation" NOT NULL,
    "additive_over" JSONB NOT NULL DEFAULT '[]',
    "counts_persons" BOOLEAN NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "project_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "kind" "measurement_kind" NOT NULL,
    "district_id" INTEGER,
    "city_id" INTEGER,
    "period_start" TEXT,
    "period_end" TEXT,
    "since_project_start" BOOLEAN NOT NULL DEFAULT false,
    "disaggregation" JSONB NOT NULL DEFAULT '{}',
    "latest_revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement_revision" (
    "measurement_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" DECIMAL(24,6) NOT NULL,
    "qualifier" "qualifier" NOT NULL,
    "status" "measurement_status" NOT NULL,
    "note" JSONB,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measurement_revision_pkey" PRIMARY KEY ("measurement_id","revision")
);

-- CreateTable
CREATE TABLE "measurement_revision_source" (
    "measurement_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "measurement_revision_source_pkey" PRIMARY KEY ("measurement_id","revision","source_id")
);

-- CreateTable
CREATE TABLE "open_call" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "activity_id" INTEGER NOT NULL,
    "opens_on" TEXT,
    "closes_on" TEXT,

    CONSTRAINT "open_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "acronym" TEXT,
    "kind" "organization_kind" NOT NULL,
    "country" TEXT NOT NULL,
    "seat_id" INTEGER,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB,
    "groups_served" JSONB NOT NULL DEFAULT '[]',
    "member_count" INTEGER,
    "member_count_qualifier" "qualifier",
    "source_id" INTEGER,

    CONSTRAINT "network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_member" (
    "network_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,

    CONSTRAINT "network_member_pkey" PRIMARY KEY ("network_id","organization_id")
);

-- CreateTable
CREATE TABLE "district" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "iso3166" TEXT NOT NULL,
    "nuts3" TEXT,
    "name" JSONB NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "city" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "registry_number" TEXT,
    "district_id" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "geonames_id" INTEGER,

    CONSTRAINT "city_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "starts_on" TEXT,
    "ends_on" TEXT,
    "status" "project_status",
    "target_groups" JSONB NOT NULL DEFAULT '[]',
    "is_synthetic" BOOLEAN NOT NULL DEFAULT false,
    "starts_on_note" JSONB,
    "ends_on_note" JSONB,
    "cities_note" JSONB,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_date_source" (
    "project_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "project_date_source_pkey" PRIMARY KEY ("project_id","source_id")
);

-- CreateTable
CREATE TABLE "component" (
    "code" "component_code" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,

    CONSTRAINT "component_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "project_component" (
    "project_id" INTEGER NOT NULL,
    "component_code" "component_code" NOT NULL,
    "supports" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "project_component_pkey" PRIMARY KEY ("project_id","component_code")
);

-- CreateTable
CREATE TABLE "project_district" (
    "project_id" INTEGER NOT NULL,
    "district_id" INTEGER NOT NULL,

    CONSTRAINT "project_district_pkey" PRIMARY KEY ("project_id","district_id")
);

-- CreateTable
CREATE TABLE "project_city" (
    "project_id" INTEGER NOT NULL,
    "city_id" INTEGER NOT NULL,

    CONSTRAINT "project_city_pkey" PRIMARY KEY ("project_id","city_id")
);

-- CreateTable
CREATE TABLE "participation" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "role" "participation_role" NOT NULL,
    "component_code" "component_code",
    "source_id" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "city_id" INTEGER NOT NULL,
    "amount" DECIMAL(20,2) NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_source" (
    "budget_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "budget_source_pkey" PRIMARY KEY ("budget_id","source_id")
);

-- CreateTable
CREATE TABLE "publication" (
    "version" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "published_on" TEXT,
    "translation_of_id" INTEGER,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistics_release" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "period_start" TEXT NOT NULL,
    "period_end" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "method" TEXT NOT NULL,
    "threshold" INTEGER NOT NULL,
    "variance" DECIMAL(8,4) NOT NULL,

    CONSTRAINT "statistics_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistics_cell" (
    "id" SERIAL NOT NULL,
    "release_id" INTEGER NOT NULL,
    "level" "statistics_level" NOT NULL,
    "district_id" INTEGER,
    "city_id" INTEGER,
    "sex" "sex",
    "age_band" TEXT,
    "category" "beneficiary_category",
    "component_code" "component_code",
    "value" INTEGER,
    "status" "cell_status" NOT NULL,

    CONSTRAINT "statistics_cell_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "activity_code_key" ON "activity"("code");

-- CreateIndex
CREATE INDEX "activity_project_id_component_code_idx" ON "activity"("project_id", "component_code");

-- CreateIndex
CREATE INDEX "activity_city_id_idx" ON "activity"("city_id");

-- CreateIndex
CREATE INDEX "activity_part_of_id_idx" ON "activity"("part_of_id");

-- CreateIndex
CREATE INDEX "activity_origin_city_id_idx" ON "activity_origin"("city_id");

-- CreateIndex
CREATE INDEX "activity_network_network_id_idx" ON "activity_network"("network_id");

-- CreateIndex
CREATE INDEX "activity_source_source_id_idx" ON "activity_source"("source_id");

-- CreateIndex
CREATE INDEX "beneficiary_project_id_city_id_idx" ON "beneficiary"("project_id", "city_id");

-- CreateIndex
CREATE INDEX "beneficiary_enrolled_by_id_idx" ON "beneficiary"("enrolled_by_id");

-- CreateIndex
CREATE INDEX "support_beneficiary_id_idx" ON "support"("beneficiary_id");

-- CreateIndex
CREATE INDEX "support_organization_id_idx" ON "support"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_key" ON "indicator"("code");

-- CreateIndex
CREATE INDEX "indicator_component_code_idx" ON "indicator"("component_code");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_key_key" ON "measurement"("key");

-- CreateIndex
CREATE INDEX "measurement_project_id_kind_indicator_id_idx" ON "measurement"("project_id", "kind", "indicator_id");

-- CreateIndex
CREATE INDEX "measurement_indicator_id_idx" ON "measurement"("indicator_id");

-- CreateIndex
CREATE INDEX "measurement_city_id_idx" ON "measurement"("city_id");

-- CreateIndex
CREATE INDEX "measurement_district_id_idx" ON "measurement"("district_id");

-- CreateIndex
CREATE INDEX "measurement_revision_source_source_id_idx" ON "measurement_revision_source"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "open_call_code_key" ON "open_call"("code");

-- CreateIndex
CREATE UNIQUE INDEX "open_call_activity_id_key" ON "open_call"("activity_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_code_key" ON "organization"("code");

-- CreateIndex
CREATE INDEX "organization_seat_id_idx" ON "organization"("seat_id");

-- CreateIndex
CREATE UNIQUE INDEX "network_code_key" ON "network"("code");

-- CreateIndex
CREATE INDEX "network_member_organization_id_idx" ON "network_member"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "district_code_key" ON "district"("code");

-- CreateIndex
CREATE UNIQUE INDEX "district_iso3166_key" ON "district"("iso3166");

-- CreateIndex
CREATE UNIQUE INDEX "district_nuts3_key" ON "district"("nuts3");

-- CreateIndex
CREATE UNIQUE INDEX "city_code_key" ON "city"("code");

-- CreateIndex
CREATE UNIQUE INDEX "city_registry_number_key" ON "city"("registry_number");

-- CreateIndex
CREATE UNIQUE INDEX "city_geonames_id_key" ON "city"("geonames_id");

-- CreateIndex
CREATE INDEX "city_district_id_idx" ON "city"("district_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_code_key" ON "project"("code");

-- CreateIndex
CREATE INDEX "project_date_source_source_id_idx" ON "project_date_source"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "component_position_key" ON "component"("position");

-- CreateIndex
CREATE INDEX "project_component_component_code_idx" ON "project_component"("component_code");

-- CreateIndex
CREATE INDEX "project_district_district_id_idx" ON "project_district"("district_id");

-- CreateIndex
CREATE INDEX "project_city_city_id_idx" ON "project_city"("city_id");

-- CreateIndex
CREATE INDEX "participation_project_id_idx" ON "participation"("project_id");

-- CreateIndex
CREATE INDEX "participation_organization_id_idx" ON "participation"("organization_id");

-- CreateIndex
CREATE INDEX "budget_city_id_idx" ON "budget"("city_id");

-- CreateIndex
CREATE UNIQUE INDEX "budget_project_id_city_id_currency_key" ON "budget"("project_id", "city_id", "currency");

-- CreateIndex
CREATE INDEX "budget_source_source_id_idx" ON "budget_source"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_published_at_key" ON "publication"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "source_code_key" ON "source"("code");

-- CreateIndex
CREATE UNIQUE INDEX "statistics_release_project_id_number_key" ON "statistics_release"("project_id", "number");

-- CreateIndex
CREATE INDEX "statistics_cell_release_id_level_idx" ON "statistics_cell"("release_id", "level");

-- CreateIndex
CREATE INDEX "statistics_cell_district_id_idx" ON "statistics_cell"("district_id");

-- CreateIndex
CREATE INDEX "statistics_cell_city_id_idx" ON "statistics_cell"("city_id");

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_component_code_fkey" FOREIGN KEY ("component_code") REFERENCES "component"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_origin" ADD CONSTRAINT "activity_origin_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_origin" ADD CONSTRAINT "activity_origin_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_network" ADD CONSTRAINT "activity_network_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_network" ADD CONSTRAINT "activity_network_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_source" ADD CONSTRAINT "activity_source_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_source" ADD CONSTRAINT "activity_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beneficiary" ADD CONSTRAINT "beneficiary_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beneficiary" ADD CONSTRAINT "beneficiary_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "beneficiary" ADD CONSTRAINT "beneficiary_enrolled_by_id_fkey" FOREIGN KEY ("enrolled_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_beneficiary_id_fkey" FOREIGN KEY ("beneficiary_id") REFERENCES "beneficiary"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_component_code_fkey" FOREIGN KEY ("component_code") REFERENCES "component"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_revision" ADD CONSTRAINT "measurement_revision_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_revision_source" ADD CONSTRAINT "measurement_revision_source_measurement_id_revision_fkey" FOREIGN KEY ("measurement_id", "revision") REFERENCES "measurement_revision"("measurement_id", "revision") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_revision_source" ADD CONSTRAINT "measurement_revision_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_call" ADD CONSTRAINT "open_call_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_network_id_fkey" FOREIGN KEY ("network_id") REFERENCES "network"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network_member" ADD CONSTRAINT "network_member_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "city" ADD CONSTRAINT "city_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_date_source" ADD CONSTRAINT "project_date_source_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_date_source" ADD CONSTRAINT "project_date_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_component" ADD CONSTRAINT "project_component_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_component" ADD CONSTRAINT "project_component_component_code_fkey" FOREIGN KEY ("component_code") REFERENCES "component"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_district" ADD CONSTRAINT "project_district_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_district" ADD CONSTRAINT "project_district_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_city" ADD CONSTRAINT "project_city_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_city" ADD CONSTRAINT "project_city_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_component_code_fkey" FOREIGN KEY ("component_code") REFERENCES "component"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_source" ADD CONSTRAINT "budget_source_budget_id_fkey" FOREIGN KEY ("budget_id") REFERENCES "budget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_source" ADD CONSTRAINT "budget_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_translation_of_id_fkey" FOREIGN KEY ("translation_of_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistics_release" ADD CONSTRAINT "statistics_release_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistics_cell" ADD CONSTRAINT "statistics_cell_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "statistics_release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistics_cell" ADD CONSTRAINT "statistics_cell_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statistics_cell" ADD CONSTRAINT "statistics_cell_city_id_fkey" FOREIGN KEY ("city_id") REFERENCES "city"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

