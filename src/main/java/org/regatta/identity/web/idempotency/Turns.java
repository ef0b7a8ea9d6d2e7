package org.regatta.identity.web.idempotency;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests with the same key pass one after the other on this node, so that they wait here and not on a database
 * connection each. Between nodes the key's row in the database does the same; nothing depends on this for correctness.
 */
final class Turns {

    private static final class Turn {
        final ReentrantLock lock = new ReentrantLock(true);
        int waiting;
    }

    private final ConcurrentHashMap<Object, Turn> turns = new ConcurrentHashMap<>();

    /** Waits for the turn; false if it does not come in time. Whoever got it calls {@link #leave}. */
    boolean enter(Object key, long seconds) {
        var turn = turns.compute(key, (same, known) -> {
            var entered = known == null ? new Turn() : known;
            entered.waiting++;
            return entered;
        });
        var got = false;
        try {
            got = turn.lock.tryLock(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!got) {
                forget(key);
            }
        }
        return got;
    }

    void leave(Object key) {
        var turn = turns.get(key);
        if (turn != null) {
            turn.lock.unlock();
            forget(key);
        }
    }

    private void forget(Object key) {
        turns.computeIfPresent(key, (same, turn) -> Turns.left(turn));
    }

    private static @Nullable Turn left(Turn turn) {
        turn.waiting--;
        return turn.waiting == 0 ? null : turn;
    }
}
