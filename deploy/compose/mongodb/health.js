// Health check of the store, and what makes it a replica set. Healthy means: the one member is primary.
// Asking again changes nothing, and the server that the image runs while it creates users is never healthy.
const notYetInitialized = 94;
const address = "mongodb://127.0.0.1:27017/?directConnection=true&serverSelectionTimeoutMS=5000";

const admin = new Mongo(address).getDB("admin");
admin.auth(process.env.MONGO_INITDB_ROOT_USERNAME, process.env.MONGO_INITDB_ROOT_PASSWORD);

try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.code !== notYetInitialized) {
    throw error;
  }

  admin.runCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongodb:27017" }] } });
}

const hello = admin.runCommand({ hello: 1 });
quit(hello.setName === "rs0" && hello.isWritablePrimary ? 0 : 1);
