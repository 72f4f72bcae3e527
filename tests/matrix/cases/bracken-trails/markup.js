export const MARKUP = `
  <section class="trails" data-zoom="12" data-grid="8250">
    <h2>Conditions</h2>
    <div data-widget="conditions" data-port="8256" data-path="/trails/conditions" data-refresh="60000"></div>
    <h2>Car parks</h2>
    <div data-widget="parking" data-path="/parking/bracken"></div>
    <footer>Data: <a href="https://trails.bracken-council.example:8251/terms">terms</a></footer>
  </section>
`;
