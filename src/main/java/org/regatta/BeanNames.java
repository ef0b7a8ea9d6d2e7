package org.regatta;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/**
 * Names controllers by their full class name, since the page and the API of one thing are both its
 * {@code <Thing>Controller}; everything else keeps its short name, which processes refer to.
 */
class BeanNames extends AnnotationBeanNameGenerator {

    @Override
    protected String buildDefaultBeanName(BeanDefinition definition) {
        var type = String.valueOf(definition.getBeanClassName());
        return type.contains(".web.") ? type : super.buildDefaultBeanName(definition);
    }
}
