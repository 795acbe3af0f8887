package com.thec1rcle.command.config;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/** Keeps aggregates that were asked lately in memory, so that they need not be replayed. */
@SuppressWarnings({"unchecked", "NullAway"}) // The framework's interface answers null for what is not there.
public final class CaffeineCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final List<EntryListener> listeners = new CopyOnWriteArrayList<>();

    /** @param maximumSize aggregates kept at most */
    public CaffeineCache(long maximumSize) {
        entries = Caffeine.newBuilder().maximumSize(maximumSize).build();
    }

    @Override
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        if (key == null) {
            return; // Asked about something that does not exist, an aggregate answered without coming into being.
        }
        entries.put(key, value);
        listeners.forEach(listener -> listener.onEntryCreated(key, value));
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        boolean present = key != null && entries.asMap().remove(key) != null;
        if (present) {
            listeners.forEach(listener -> listener.onEntryRemoved(key));
        }
        return present;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (ignored, value) -> update.apply((V) value));
    }
}
