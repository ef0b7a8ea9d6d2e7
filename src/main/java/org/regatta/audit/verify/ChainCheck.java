package org.regatta.audit.verify;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Goes along a chain, entry by entry, and names the first one that is not what was sealed. */
public final class ChainCheck {

    private final TreeMap<Long, Checkpoint> seals = new TreeMap<>();
    private byte[] last;
    private long number;
    private long sealed;

    private ChainCheck(long number, byte[] last) {
        this.number = number;
        this.sealed = number;
        this.last = last;
    }

    /**
     * Begins at entry 1, or behind the last purge if there was one.
     *
     * @param checkpoints in any order; those before the last purge are not needed any more
     */
    public static ChainCheck along(Collection<Checkpoint> checkpoints) {
        var purge = checkpoints.stream()
                .filter(one -> one.kind() == Checkpoint.Kind.PURGE)
                .reduce((one, other) -> one.entries() >= other.entries() ? one : other);
        var check = purge.map(
                        one -> new ChainCheck(one.entries(), HexFormat.of().parseHex(one.hash())))
                .orElseGet(() -> new ChainCheck(0, ChainHash.start()));
        for (var one : checkpoints) {
            if (one.entries() >= check.number) {
                // two that say different things at the same entry cannot both be met
                check.seals.merge(
                        one.entries(),
                        one,
                        (first, second) -> first.hash().equals(second.hash()) ? first : conflicting(first));
            }
        }
        return check;
    }

    /** The first checkpoint that is not genuine, of another chain, or signed by none of the trusted keys. */
    public static Optional<Flaw> forged(Collection<Checkpoint> checkpoints, Set<String> trustedKeys) {
        String chain = null;
        for (var one : checkpoints) {
            if (!one.genuine()) {
                return Optional.of(Flaw.forged(one.entries(), "its signature does not fit"));
            }
            if (!trustedKeys.isEmpty() && !trustedKeys.contains(one.keyId())) {
                return Optional.of(Flaw.forged(one.entries(), "it is signed by the unknown key " + one.keyId()));
            }
            if (chain != null && !chain.equals(one.chain())) {
                return Optional.of(Flaw.forged(one.entries(), "it belongs to another chain"));
            }
            chain = one.chain();
        }
        return Optional.empty();
    }

    /** That a checkpoint was altered beyond reading. */
    public static Flaw illegible(long entries) {
        return Flaw.forged(entries, "it cannot be read");
    }

    /** The number of the entry that has to come now. */
    public long expected() {
        return number + 1;
    }

    /** The last entry that a checkpoint met so far has sealed. */
    public long sealed() {
        return sealed;
    }

    /**
     * Takes the next entry.
     *
     * @param number as it says itself
     * @param own hash over its text
     * @param hash in the chain, as stored with it
     * @param elsewhere whether an entry of that number stands further on
     * @return what is wrong with it; the check is then over
     */
    public Optional<Flaw> take(long number, byte[] own, byte[] hash, LongPredicate elsewhere) {
        var expected = expected();
        var computed = ChainHash.next(last, own);
        if (!Arrays.equals(computed, hash)) {
            if (number == expected) {
                return Optional.of(Flaw.altered(expected, "it does not fit its hash"));
            }
            return Optional.of(
                    number < expected || elsewhere.test(expected)
                            ? Flaw.swapped(expected, number)
                            : Flaw.missing(expected, number - 1));
        }
        if (number != expected) {
            return Optional.of(Flaw.altered(expected, "it says that it is number " + number));
        }
        last = computed;
        this.number = number;
        return meet(seals.get(number));
    }

    /** What cannot be read stands in the place of the entry expected. */
    public Flaw unreadable() {
        return Flaw.altered(expected(), "it cannot be read");
    }

    /** What lies beside this entry does not fit the salted hashes in it. */
    public static Flaw beside(long number) {
        return Flaw.altered(number, "what lies beside it does not fit its salted hash");
    }

    /** What is wrong with the end, once all entries there are were taken. */
    public Optional<Flaw> end() {
        var through =
                Optional.ofNullable(seals.lastEntry()).map(Map.Entry::getKey).orElse(number);
        if (through > number) {
            return Optional.of(Flaw.cut(expected(), through));
        }
        return Optional.empty();
    }

    /** What no checkpoint speaks of, at the end. */
    public Optional<Flaw> unsealed() {
        return number > sealed ? Optional.of(Flaw.unsealed(sealed + 1, number)) : Optional.empty();
    }

    private Optional<Flaw> meet(@Nullable Checkpoint seal) {
        if (seal == null) {
            return Optional.empty();
        }
        if (!seal.hash().equals(ChainHash.hex(last))) {
            return Optional.of(Flaw.rewritten(sealed + 1, seal));
        }
        sealed = number;
        return Optional.empty();
    }

    private static Checkpoint conflicting(Checkpoint one) {
        return new Checkpoint(
                one.chain(), one.kind(), one.entries(), "", one.madeAt(), one.publicKey(), one.signature());
    }
}
