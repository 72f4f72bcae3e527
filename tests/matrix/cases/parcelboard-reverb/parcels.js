const rows = new Map();

export function listenForParcels(echo) {
  echo
    .channel('parcels')
    .listen('ParcelScanned', ({ parcel }) => rows.set(parcel.id, parcel))
    .listen('ParcelDelivered', ({ parcel }) => rows.delete(parcel.id));

  fetch('/api/parcels?state=open&per_page=80', { headers: { Accept: 'application/json' } })
    .then((response) => response.json())
    .then(({ data }) => data.forEach((parcel) => rows.set(parcel.id, parcel)))
    .catch(() => {});
}
