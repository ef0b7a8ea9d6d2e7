package org.regatta.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How long pieces of work took, in nanoseconds.
 *
 * @param sorted each of them, the shortest first
 * @param wall from the first start to the last end
 */
record Times(long[] sorted, long wall) {

    static Times of(long[] each, long wall) {
        var sorted = each.clone();
        Arrays.sort(sorted);
        return new Times(sorted, wall);
    }

    /** How long one piece takes. */
    static long of(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** The same piece again and again. */
    static Times repeated(int times, Runnable work) {
        var start = System.nanoTime();
        var each = IntStream.range(0, times).mapToLong(n -> of(work)).toArray();
        return of(each, System.nanoTime() - start);
    }

    /** That many clients at once, each taking the next piece when it has done one. */
    static <T> Times clients(int clients, List<T> pieces, Consumer<T> work) {
        var waiting = new ConcurrentLinkedQueue<>(pieces);
        var done = new ConcurrentLinkedQueue<Long>();
        var start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            var all = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(client -> pool.submit(() -> {
                        for (var piece = waiting.poll(); piece != null; piece = waiting.poll()) {
                            var mine = piece;
                            done.add(of(() -> work.accept(mine)));
                        }
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        var wall = System.nanoTime() - start;
        return of(done.stream().mapToLong(Long::longValue).toArray(), wall);
    }

    double medianMillis() {
        return sorted[sorted.length / 2] / 1e6;
    }

    double p95Millis() {
        return sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)] / 1e6;
    }

    double perSecond() {
        return sorted.length / (wall / 1e9);
    }
}
