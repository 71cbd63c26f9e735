-- The files of a dataset as they were last loaded: a start that finds the same ones has nothing to check.

CREATE TABLE "dataset_files" (
    "dataset" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "dataset_files_pkey" PRIMARY KEY ("dataset")
);
