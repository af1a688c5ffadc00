/**
 * SOURCE_DATE_EPOCH where no commit gives one, seconds: 1980-01-01, the first date that a zip file can hold.
 * Source of the variable: https://reproducible-builds.org/specs/source-date-epoch/
 */
export const fixedEpoch = 315_532_800
