/** Texts of the SDK's own operations, put in when a program is bundled: every client sends the same. */
declare const CITIES: string;
/** CITIES, with the name of the cursor's variable that Octokit's pages need. */
declare const CITIES_BY_CURSOR: string;
declare const ACTIVITIES: string;
