export enum Service {
  Search = 1,
  Crawler = 2,
  Ranking = 5,
}

const BASE_PORT = 9300;

const NAMES: Record<Service, string> = {
  [Service.Search]: 'search',
  [Service.Crawler]: 'crawler',
  [Service.Ranking]: 'ranking',
};

export const portOf = (service: Service): number => BASE_PORT + service;

export const nameOf = (service: Service): string => NAMES[service];
