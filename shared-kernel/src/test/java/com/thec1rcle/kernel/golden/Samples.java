package com.thec1rcle.kernel.golden;

import com.thec1rcle.kernel.message.Identifier;
import com.thec1rcle.kernel.money.BasisPoints;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.money.Rate;
import com.thec1rcle.kernel.promo.PromoDiscount;
import com.thec1rcle.kernel.ticketing.TicketId;
import com.thec1rcle.kernel.time.Period;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One example of any record of the language: every part filled, always the same. */
final class Samples {
    private static final Instant NIGHT = Instant.parse("2026-12-04T15:30:00Z");
    private static final String UUID = "6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11";

    private Samples() {}

    static Object of(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, name);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return name.equals("currency") ? "INR" : "a " + name;
        } else if (raw == int.class || raw == Integer.class) {
            return 2;
        } else if (raw == long.class || raw == Long.class) {
            return 49_900L;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return true;
        } else if (raw == Instant.class) {
            return NIGHT;
        } else if (raw == LocalDate.class) {
            return LocalDate.parse("2026-12-04");
        } else if (raw == Money.class) {
            return Money.inr(49_900);
        } else if (raw == Rate.class) {
            return Rate.share(1500);
        } else if (raw == PromoDiscount.class) {
            return PromoDiscount.share(1500);
        } else if (raw == BasisPoints.class) {
            return new BasisPoints(1500);
        } else if (raw == Period.class) {
            return new Period(NIGHT, NIGHT.plusSeconds(25_200));
        } else if (raw == TicketId.class) {
            return new TicketId(UUID + "-1");
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (Identifier.class.isAssignableFrom(raw)) {
            return construct(raw, new Class<?>[] {String.class}, new Object[] {UUID});
        } else if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalArgumentException("No sample is known for " + raw + "; add it here.");
    }

    static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType(), component.getName()))
                .toArray();
        return construct(type, types, values);
    }

    private static Object container(ParameterizedType type, String name) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return List.of(of(arguments[0], name));
        } else if (type.getRawType() == Set.class) {
            return Set.of(of(arguments[0], name));
        } else if (type.getRawType() == Map.class) {
            return Map.of("key", of(arguments[1], name));
        }
        throw new IllegalArgumentException("No sample is known for " + type + "; add it here.");
    }

    private static Object construct(Class<?> type, Class<?>[] types, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot make a sample of " + type, impossible);
        }
    }
}
