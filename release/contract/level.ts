import { type Change, ChangeType, CriticalityLevel } from '@graphql-inspector/core';

/**
 * What a change means for whoever uses the contract: `breaking` fails or misleads programs that work today,
 * `addition` gives them something new, `wording` is for readers alone.
 */
export type ChangeLevel = 'breaking' | 'addition' | 'wording';

/** Where the promise of the contract differs from graphql-inspector's general judgement. */
const PROMISE: Readonly<Record<string, ChangeLevel>> = {
  // The same question would silently get another answer.
  [ChangeType.FieldArgumentDefaultChanged]: 'breaking',
  [ChangeType.InputFieldDefaultValueChanged]: 'breaking',
  // What a directive of the contract itself says: the reason of a deprecation, the address of a specification.
  [ChangeType.DirectiveUsageArgumentAdded]: 'wording',
  [ChangeType.DirectiveUsageArgumentRemoved]: 'wording',
  [ChangeType.EnumValueDeprecationReasonChanged]: 'wording',
  [ChangeType.FieldDeprecationReasonAdded]: 'wording',
  [ChangeType.FieldDeprecationReasonChanged]: 'wording',
  [ChangeType.FieldDeprecationReasonRemoved]: 'wording',
};

/**
 * Judges a change by what the contract and the SDK promise. What graphql-inspector calls dangerous is an addition: the
 * SDK's enums are open, code that meets an unknown value or type has to have a way on, and whoever leaves a new
 * argument or input field out gets what was there before.
 */
export function levelOf({ type, criticality }: Change): ChangeLevel {
  const promised = PROMISE[type];
  if (promised !== undefined) return promised;
  if (criticality.level === CriticalityLevel.Breaking) return 'breaking';
  return type.includes('_DESCRIPTION_') ? 'wording' : 'addition';
}
