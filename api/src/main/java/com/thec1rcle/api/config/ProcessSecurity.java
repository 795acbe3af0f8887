package com.thec1rcle.api.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** A process without the API says how it is, and nothing else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(value = "api", missing = true)
class ProcessSecurity {
    @Bean
    SecurityWebFilterChain healthOnly(ServerHttpSecurity http) {
        return http.authorizeExchange(requests -> requests.pathMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .build();
    }
}
