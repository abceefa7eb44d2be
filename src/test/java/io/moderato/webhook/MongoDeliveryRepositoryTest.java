package io.moderato.webhook;

import io.moderato.mongo.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoDeliveryRepositoryTest extends DeliveryRepositoryContract {
  @RegisterExtension
  static final TestStore STORE = TestStore.embedded();

  @Override
  DeliveryRepository deliveries() {
    return new MongoDeliveryRepository(STORE.mongo().database(), STORE.mongo().publishers());
  }
}
