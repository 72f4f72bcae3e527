const KM_PER_DEGREE = 111;

export class VehiclesController {
  constructor(element) {
    this.element = element;
    this.vehicles = {};
  }

  async connect() {
    try {
      const response = await fetch('/dispatch/vehicles.json', {
        headers: { 'X-CSRF-Token': document.querySelector('meta[name="csrf-token"]')?.content ?? '' },
      });
      for (const vehicle of await response.json()) this.place(vehicle);
    } catch {
      this.setLive(false);
    }
  }

  setLive(live) {
    this.element.classList.toggle('is-live', live);
  }

  place(vehicle) {
    const before = this.vehicles[vehicle.id];
    this.vehicles[vehicle.id] = vehicle;
    if (!before) {
      const marker = document.createElement('i');
      marker.id = `vehicle-${vehicle.id}`;
      this.element.append(marker);
    }
    const marker = document.getElementById(`vehicle-${vehicle.id}`);
    marker.style.transform = `translate(${vehicle.lng * KM_PER_DEGREE}px, ${vehicle.lat * KM_PER_DEGREE}px)`;
  }
}
