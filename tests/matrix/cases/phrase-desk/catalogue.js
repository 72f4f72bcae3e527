export const catalogue = {
  en: {
    desk: {
      title: '{open} phrases open',
      hint: 'The engine is reached at http://localhost:5050 on your own machine.',
    },
    service: {
      suggest: '{scheme}://{host}:5005/translate',
      glossary: '{scheme}://{authority}/glossary.json',
    },
  },
  de: {
    desk: { title: '{open} Phrasen offen' },
  },
};
