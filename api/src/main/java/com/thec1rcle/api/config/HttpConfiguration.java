package com.thec1rcle.api.config;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** How requests become what controllers take: strict JSON, typed ids, ISO times, and the house's own parameters. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration implements WebFluxConfigurer {
    /** Longest body read into memory, in bytes. */
    public static final int MAX_BODY_BYTES = 1024 * 1024;

    private final JsonMapper mapper;
    private final ObjectProvider<HandlerMethodArgumentResolver> parameters;

    public HttpConfiguration(JsonMapper mapper, ObjectProvider<HandlerMethodArgumentResolver> parameters) {
        this.mapper = mapper;
        this.parameters = parameters;
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer.defaultCodecs().maxInMemorySize(MAX_BODY_BYTES);
        configurer.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(strict(mapper)));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        parameters.orderedStream().forEach(configurer::addCustomResolver);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new IdentifierConverterFactory());
        DateTimeFormatterRegistrar times = new DateTimeFormatterRegistrar();
        times.setUseIsoFormat(true);
        times.registerFormatters(registry);
    }

    /** Reads requests by the letter, while events and views are read as leniently as their own mappers like. */
    private static JsonMapper strict(JsonMapper mapper) {
        return mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .build();
    }
}
