// Run once by the image, when the volume is empty: the workers may read and write the papers and nothing else.
db.getSiblingDB("admin").createUser({
  user: "pipeline",
  pwd: process.env.PIPELINE_PASSWORD,
  roles: [{ role: "readWrite", db: process.env.MONGO_INITDB_DATABASE }],
});
