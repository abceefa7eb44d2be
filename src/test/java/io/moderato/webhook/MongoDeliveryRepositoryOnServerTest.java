package io.moderato.webhook;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIfEnvironmentVariable(
    named = "MONGODB_URI",
    matches = ".+",
    disabledReason = TestStore.NO_SERVER)
class MongoDeliveryRepositoryOnServerTest extends DeliveryRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.server();

  @Override
  DeliveryRepository deliveries() {
    return new MongoDeliveryRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }
}
