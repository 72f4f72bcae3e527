const rules = [
  ['lab', ({ hostname }) => /\.lab\.axolotl\.example$/.test(hostname)],
  ['kiosk', () => /AxolotlKiosk\/\d/.test(navigator.userAgent)],
  ['web', () => true],
];

export const environment = rules.find(([, test]) => test(location))[0];

export const bridgePort = { lab: 9310, kiosk: 9320, web: 9330 }[environment];
