package io.moderato.learning;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Has one thread rest three quarters of its time, in parts too short for whoever shares the cores to notice. A low priority alone does not do
 * that: Linux takes no notice of Java's. For one thread.
 */
final class Rests implements Runnable {
  private static final long WORK_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
  private static final long REST_NANOS = 3 * WORK_NANOS;

  private long since;

  @Override
  public void run() {
    if (System.nanoTime() - since >= WORK_NANOS) {
      LockSupport.parkNanos(REST_NANOS);
      since = System.nanoTime();
    }
  }
}
