var c=Object.create;var o=Object.defineProperty;var s=Object.getOwnPropertyDescriptor;var d=Object.getOwnPropertyNames;var l=Object.getPrototypeOf,u=Object.prototype.hasOwnProperty;var v=(n=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(n,{get:(e,t)=>(typeof require<"u"?require:e)[t]}):n)(function(n){if(typeof require<"u")return require.apply(this,arguments);throw Error('Dynamic require of "'+n+'" is not supported')});var a=(n,e,t)=>()=>{if(t)throw t[0];try{return n&&(e=n(n=0)),e}catch(i){throw t=[i],i}};var f=(n,e)=>()=>{try{return e||n((e={exports:{}}).exports,e),e.exports}catch(t){throw e=0,t}},q=(n,e)=>{for(var t in e)o(n,t,{get:e[t],enumerable:!0})},p=(n,e,t,i)=>{if(e&&typeof e=="object"||typeof e=="function")for(let r of d(e))!u.call(n,r)&&r!==t&&o(n,r,{get:()=>e[r],enumerable:!(i=s(e,r))||i.enumerable});return n};var b=(n,e,t)=>(t=n!=null?c(l(n)):{},p(e||!n||!n.__esModule?o(t,"default",{value:n,enumerable:!0}):t,n));var w,h=a(()=>{w=[{query:`# Every figure of the project for one year,
# with its target, progress and sources.
query ProjectFigures {
  project(code: "reintegration-ii") {
    code
    title(locale: EN)
    titleSr: title(locale: SR_LATN)
    titleCyr: title(locale: SR_CYRL)
    startsOn
    endsOn
    figures(during: "2023") {
      indicator {
        code
        name(locale: EN)
        unit
        component {
          code
        }
      }
      value
      qualifier
      period {
        start
        end
      }
      place {
        __typename
        code
      }
      target {
        value
        qualifier
        period {
          start
          end
        }
      }
      progress
      sources {
        code
        title
        language
      }
      asOf
      revision
      citation(locale: EN)
    }
  }
  dataVersion
}
`,variables:null},{query:`# What the project has reached in one city.
query CityFigures {
  city(code: "novi-pazar") {
    name(locale: SR_CYRL)
    registryNumber
    district {
      code
      iso3166
      nuts3
      name(locale: EN)
    }
    figures(project: "reintegration-ii") {
      indicator {
        code
      }
      value
      qualifier
      period {
        start
        end
      }
      target {
        value
        qualifier
      }
      sources {
        code
      }
    }
  }
}
`,variables:null},{query:`# Who takes part in the project, where,
# in which role, and with what budget.
query Participations {
  project(code: "reintegration-ii") {
    districts {
      code
      name(locale: SR_LATN)
    }
    cities {
      code
      name(locale: SR_LATN)
    }
    participations {
      organization {
        code
        acronym
        name(locale: EN)
      }
      role
      component {
        code
      }
    }
    budgets {
      city {
        code
      }
      amount {
        amount
        currency
      }
      sources {
        code
      }
    }
  }
}
`,variables:null},{query:`# Activities, two a page. For the next page put
# pageInfo.endCursor into the variable after.
query Activities($after: String) {
  activities(filter: { project: "reintegration-ii", component: INSTITUTIONAL }, first: 2, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        code
        type
        title(locale: EN)
        heldOn
        durationDays
        place {
          code
        }
        partOf {
          code
        }
        participantsFrom {
          code
        }
        networks {
          code
        }
        sources {
          code
        }
      }
    }
  }
}
`,variables:`{
  "after": null
}`},{query:`# Cities by name, in any script and with or
# without diacritics; and the districts.
query Places($search: String) {
  cities(search: $search, first: 50) {
    totalCount
    nodes {
      code
      name(locale: SR_LATN)
      district {
        code
      }
      point {
        latitude
        longitude
      }
    }
  }
  districts {
    code
    iso3166
    nuts3
    name(locale: EN)
    cities {
      code
    }
  }
}
`,variables:`{
  "search": "krusevac"
}`},{query:`# The published targets,
# each with its source and revision.
query Measurements {
  measurements(filter: { project: "reintegration-ii", kind: TARGET }, first: 20) {
    totalCount
    nodes {
      id
      indicator {
        code
      }
      kind
      value
      qualifier
      period {
        start
        end
      }
      place {
        code
      }
      status
      revision
      recordedAt
      sources {
        code
      }
    }
  }
}
`,variables:null},{query:`# What is measured, in which unit,
# and whether it may be summed.
query Indicators {
  indicators(first: 100) {
    totalCount
    nodes {
      code
      name(locale: SR_LATN)
      definition(locale: EN)
      unit
      aggregation
      countsPersons
      component {
        code
      }
    }
  }
}
`,variables:null},{query:`# The IRIS network and how many members it has.
query Networks {
  network(code: "iris") {
    name(locale: EN)
    memberCount {
      value
      qualifier
    }
    sources {
      code
    }
  }
}
`,variables:null},{query:`# Any object by its \`id\`, as another answer gave it.
query ByNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Project {
      code
    }
    ... on City {
      code
    }
    ... on Activity {
      code
    }
  }
}
`,variables:`{
  "id": "UHJvamVjdDox"
}`}]});var A,m=a(()=>{A={editor:"editor-RIMSAGVS.js",json:"json-7MVQJSUW.js",graphql:"graphql-I2TPVQKX.js"}});export{v as a,f as b,q as c,b as d,h as e,w as f,m as g,A as h};
