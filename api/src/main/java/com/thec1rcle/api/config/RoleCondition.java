package com.thec1rcle.api.config;

import com.thec1rcle.kernel.error.CannotStart;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Reads {@code c1rcle.roles} while the configuration is parsed, so that a role left out is not even scanned. */
final class RoleCondition implements ConfigurationCondition {
    private static final Set<String> ALL = Set.of("api", "command", "query");

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.PARSE_CONFIGURATION;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, Object> attributes = metadata.getAnnotationAttributes(ConditionalOnRole.class.getName());
        return attributes != null
                && roles(context.getEnvironment()).contains(attributes.get("value"))
                        != Boolean.TRUE.equals(attributes.get("missing"));
    }

    static Set<String> roles(Environment environment) {
        Set<String> roles = Arrays.stream(environment
                        .getProperty("c1rcle.roles", "api,command,query")
                        .split(","))
                .map(String::trim)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty() || !ALL.containsAll(roles)) {
            throw new CannotStart("The setting c1rcle.roles takes any of api, command and query, not " + roles + ".");
        }
        boolean carried = environment.acceptsProfiles(Profiles.of("axonserver"));
        if (!carried && roles.contains("api") && !roles.equals(ALL)) {
            throw new CannotStart(
                    "A process with the role api needs command and query too, unless the profile axonserver"
                            + " carries its messages to processes that have them.");
        }
        return roles;
    }
}
