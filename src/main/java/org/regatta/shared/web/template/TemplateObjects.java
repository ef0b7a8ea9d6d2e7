package org.regatta.shared.web.template;

import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Shows templates every {@link TemplateObject}. */
@Component
class TemplateObjects extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final ListableBeanFactory beans;

    TemplateObjects(ListableBeanFactory beans) {
        super("Template objects");
        this.beans = beans;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(beans.getBeanNamesForType(TemplateObject.class));
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return beans.getBean(name, TemplateObject.class);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
