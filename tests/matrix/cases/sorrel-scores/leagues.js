export const LEAGUES = {
  county: { teams: 14, matchMinutes: 90, commentaryPort: 8641 },
  parish: { teams: 8, matchMinutes: 80, commentaryPort: 8642 },
};
