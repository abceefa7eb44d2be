package io.moderato.sitepolicy;

class FakePolicyRepositoryTest extends PolicyRepositoryContract {
  private final PolicyRepository policies = new FakePolicyRepository();

  @Override
  PolicyRepository policies() {
    return policies;
  }
}
