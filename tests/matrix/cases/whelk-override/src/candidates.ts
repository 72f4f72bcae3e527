export function candidates(): URL[] {
  return ['/prices', '//whelk-cdn.example:9444/prices', 'http://localhost:5005/prices'].map(
    (address) => new URL(address, window.location.href),
  );
}
