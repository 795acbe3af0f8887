package com.thec1rcle.command.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A command handler that decides nothing itself but asks several aggregates in turn and waits for their answers. The
 * command bus runs conversations apart from aggregates, so that waiting can never starve what is waited for. A
 * conversation cut short leaves only what heals by itself: holds that lapse, requests that can be asked again.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Conversation {}
