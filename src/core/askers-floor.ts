/**
 * The fewest different askers of one day from which on anything is shown of what they asked: with fewer, whoever knows the
 * members could tell who it was (k-anonymity: Samarati and Sweeney, 1998). Days are counted apart because askers cannot be told
 * apart across days, by design.
 */
export const askersFloor = 3;
