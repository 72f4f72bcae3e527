export const COURTS = Symbol("courts");
export const LIGHTS = Symbol("lights");
export const WEATHER = Symbol("weather");
