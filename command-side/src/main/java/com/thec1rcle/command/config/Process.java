package com.thec1rcle.command.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.eventhandling.DisallowReplay;
import org.springframework.stereotype.Component;

/**
 * An event handler that sees something through: it drives aggregates and ports, goes on after a crash where it was,
 * and keeps what fails in a dead-letter queue. Every handler is harmless when repeated. Put {@code @ProcessingGroup}
 * beside it with a constant that begins with {@code process-}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@DisallowReplay
public @interface Process {}
