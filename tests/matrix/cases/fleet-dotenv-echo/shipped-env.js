export default `
# written by the release job
FLEET=harbour
DB_PORT=3306
REDIS_URL="redis://cache:6379/0"
REVERB_APP_KEY='fl-33ac'
REVERB_HOST=
REVERB_PORT="8085"   # published by the container
`;
