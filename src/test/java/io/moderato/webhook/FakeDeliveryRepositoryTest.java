package io.moderato.webhook;

class FakeDeliveryRepositoryTest extends DeliveryRepositoryContract {
  private final DeliveryRepository fake = new FakeDeliveryRepository();

  @Override
  DeliveryRepository deliveries() {
    return fake;
  }
}
