/**
 * A text in the languages and scripts that its source gives, by BCP 47 tag.
 * What is missing is not written here: `localize` derives it when it is read.
 */
export type LocalizedText = {
  readonly en?: string;
  readonly 'sr-Latn'?: string;
  readonly 'sr-Cyrl'?: string;
};
