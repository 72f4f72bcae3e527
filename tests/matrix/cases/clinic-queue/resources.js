export function createListResource(doctype, filters) {
	const listeners = new Set();

	async function reload() {
		const query = new URLSearchParams({
			doctype,
			filters: JSON.stringify(filters),
			fields: JSON.stringify(["name", "patient_name", "modified"]),
		});
		try {
			const res = await fetch(`/api/method/frappe.client.get_list?${query}`, {
				headers: { Accept: "application/json" },
			});
			const body = await res.json();
			const rows = Array.isArray(body.message) ? body.message : [];
			listeners.forEach((fn) => fn(rows));
		} catch (e) {
			console.warn("could not load", doctype);
		}
	}

	return { doctype, reload, onData: (fn) => listeners.add(fn) };
}
