export default { name: "Courier", url: "http://localhost:8000", debug: false };
