package org.regatta.shared.web.template;

/**
 * A bean that templates call by {@code #name}, the name it has as a bean. Byte code can be made of such an expression, which
 * pages evaluate for every row; of one that names a bean by {@code @name} it cannot, and so the few that are called once
 * or twice for a page keep that.
 */
public interface TemplateObject {}
