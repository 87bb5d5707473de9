/** What a model knows and does not say: techniques that bring it out, with controls. */
package org.galton.study.audit;
