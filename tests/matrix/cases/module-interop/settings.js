export default { port: 9002 };
