package io.moderato.service;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one {@link RunningService} of the test run; it is started when first asked for and closed at the very end. */
final class SharedService implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == RunningService.class;
  }

  @Override
  public RunningService resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(SharedService.class))
        .computeIfAbsent(
            RunningService.class, type -> RunningService.start(), RunningService.class);
  }
}
