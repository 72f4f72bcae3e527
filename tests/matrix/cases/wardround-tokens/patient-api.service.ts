import type { Endpoints } from "./core/tokens";

export interface Patient {
  id: string;
  bed: number;
}

export class PatientApi {
  constructor(private readonly endpoints: Endpoints) {}

  async list(ward: string): Promise<Patient[]> {
    const response = await fetch(`${this.endpoints.rest}/wards/${encodeURIComponent(ward)}/patients`, {
      headers: { Accept: "application/fhir+json" },
    });
    if (!response.ok) throw new Error(`patients: ${response.status}`);
    return response.json();
  }
}
