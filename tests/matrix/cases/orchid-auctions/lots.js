const PAGE_SIZE = 6001;

export async function lots(hall, limit = PAGE_SIZE) {
  try {
    const response = await fetch(`/api/halls/${hall}/lots?per_page=${limit}`);
    return await response.json();
  } catch {
    return [];
  }
}
