package io.moderato.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the begin of the process to its first answer that it is ready. */
final class StartBench {
  private static final int STARTS = 5;

  private final BenchSettings settings;
  private final Progress progress;

  StartBench(BenchSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** @param folder of a service that is stopped; a new one for the first start */
  List<Figure> run(Path folder, String stored) {
    progress.say("start, %d times, %s".formatted(STARTS, stored));
    var times = new Latencies();
    var cpu = new ArrayList<Double>();
    for (int i = 0; i < STARTS; i++) {
      try (var server = ServerProcess.serve(folder, settings)) {
        times.add(server.startToReady().toNanos());
        cpu.add(server.cpuWithCompiling().toMillis() / 1e3);
      }
    }
    cpu.sort(null);
    return List.of(
        Figure.atMost(3, "start to ready, %s: median".formatted(stored), seconds(times, 0.5), "s"),
        Figure.of("start to ready, %s: slowest".formatted(stored), seconds(times, 1), "s"),
        Figure.of("start, %s: CPU, median".formatted(stored), cpu.get(STARTS / 2), "s"));
  }

  private static double seconds(Latencies times, double share) {
    return times.millis(share) / 1e3;
  }
}
