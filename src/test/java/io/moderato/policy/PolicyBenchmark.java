package io.moderato.policy;

import io.moderato.classify.Label;
import io.moderato.signals.AuthorRecord;
import io.moderato.signals.Corrections;
import io.moderato.signals.Pace;
import io.moderato.signals.Relevance;
import io.moderato.signals.Repeats;
import io.moderato.signals.Signals;
import io.moderato.signals.SomeSignals;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a decision costs; run it like {@code ClassifierBenchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PolicyBenchmark {
  @Param({"default", "news"})
  public String preset = "";

  private final Signals ordinary = signals(0.02);
  private final Signals held = signals(0.8);
  private Policy policy = Presets.defaultPolicy();

  @Setup
  public void choose() {
    policy = Presets.named(preset).orElseThrow();
  }

  @Benchmark
  public Decision ordinary() {
    return policy.decide(ordinary);
  }

  /** With two reasons and their counterfactuals. */
  @Benchmark
  public Decision held() {
    return policy.decide(held);
  }

  private static Signals signals(double score) {
    var plain = SomeSignals.of(
        Map.of(
            Label.SPAM,
            score,
            Label.TOXIC,
            score,
            Label.INSULT,
            0.01,
            Label.OBSCENE,
            0.01,
            Label.HATE,
            0.01),
        1);
    return new Signals(
        plain.scores(),
        plain.language(),
        plain.shape(),
        plain.links(),
        plain.form(),
        plain.lists(),
        plain.edit(),
        Repeats.NONE,
        Pace.NONE,
        new AuthorRecord(true, 2, 0, 0, 0),
        new Relevance(0.2, null),
        Corrections.NONE);
  }
}
