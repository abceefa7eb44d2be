package io.moderato.dropin.akismet;

class FakeUsageRepositoryTest extends UsageRepositoryContract {
  private final UsageRepository usage = new FakeUsageRepository();

  @Override
  UsageRepository usage() {
    return usage;
  }
}
