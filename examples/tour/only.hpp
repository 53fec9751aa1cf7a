// A filter: the elements for which a predicate is true (Python: filter).
#pragma once

#include <deepyield/generator.hpp>

#include <utility>

namespace tour {

template <class Element, class Predicate>
deepyield::generator<const Element&> only(deepyield::generator<const Element&> elements,
                                          Predicate wanted) {
  return
      [elements = std::move(elements), wanted](deepyield::yielder<const Element&>& yield) mutable {
        for (const Element& element : elements)
          if (wanted(element)) yield(element);
      };
}

}  // namespace tour
