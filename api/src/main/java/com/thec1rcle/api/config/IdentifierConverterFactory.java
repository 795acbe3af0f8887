package com.thec1rcle.api.config;

import com.thec1rcle.kernel.message.Identifier;
import java.lang.reflect.Constructor;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Makes typed ids of path variables and request parameters; what is not spelled like an id is refused. */
public final class IdentifierConverterFactory implements ConverterFactory<String, Identifier> {
    @Override
    public <T extends Identifier> Converter<String, T> getConverter(Class<T> type) {
        Constructor<T> constructor = BeanUtils.getResolvableConstructor(type);
        return text -> BeanUtils.instantiateClass(constructor, text);
    }
}
