package io.moderato.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * CPU time that a process has used, without that of the JVM's compiler threads where the system tells threads apart (Linux): what
 * compiling costs goes to zero with time, and would be charged to whatever is measured first.
 */
final class ProcessCpu {
  /** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private ProcessCpu() {}

  static Duration of(ProcessHandle process) {
    var all = process.info().totalCpuDuration().orElse(Duration.ZERO);
    try (var threads = Files.list(Path.of("/proc/%d/task".formatted(process.pid())))) {
      return all.minusNanos(threads.mapToLong(ProcessCpu::compilerTicks).sum() * NANOS_PER_TICK);
    } catch (IOException e) {
      return all;
    }
  }

  /** 0 for another thread. */
  private static long compilerTicks(Path thread) {
    try {
      var stat = Files.readString(thread.resolve("stat"));
      var nameEnd = stat.lastIndexOf(')');
      var name = stat.substring(stat.indexOf('(') + 1, nameEnd);
      if (!name.startsWith("C1 Compiler") && !name.startsWith("C2 Compiler")) {
        return 0;
      }
      var fields = stat.substring(nameEnd + 2).split(" ");
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]); // user and system: proc(5)
    } catch (IOException e) {
      return 0; // the thread has ended
    }
  }
}
