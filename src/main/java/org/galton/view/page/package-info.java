/**
 * The pages, made of rows: {@link org.galton.view.page.ViewPages} knows which address is which. A
 * page's state stands in its address, so that it can be shared and works without scripts. Lists go
 * on behind the key of their last row. All text of models and prompts passes {@code VisibleText}
 * and the template's escaping.
 */
package org.galton.view.page;
