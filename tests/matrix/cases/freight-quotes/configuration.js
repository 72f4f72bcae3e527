const LIMITS = { retries: 3, port: 8080, wait: 900 };

export async function configuration(attempt = 1) {
  try {
    const answer = await fetch("/config/runtime.json");
    return await answer.json();
  } catch (error) {
    if (attempt >= LIMITS.retries) throw error;
    await new Promise((done) => setTimeout(done, LIMITS.wait * attempt));
    return configuration(attempt + 1);
  }
}
