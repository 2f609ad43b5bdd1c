{{/* Pods of this release. Arguments: root, components (separated by spaces). */}}
{{- define "truceline.podsOf" -}}
matchLabels:
  app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride | trunc 63 | trimSuffix "-" }}
  app.kubernetes.io/instance: {{ .root.Release.Name }}
matchExpressions:
  - key: app.kubernetes.io/component
    operator: In
    values: [{{ splitList " " .components | join ", " }}]
{{- end }}

{{/* A way out to a port outside of the release. Arguments: root, port. */}}
{{- define "truceline.egressOutside" -}}
- ports:
    - port: {{ .port }}
  {{- with .root.Values.networkPolicy.externalNetworks }}
  to:
    {{- range . }}
    - ipBlock:
        cidr: {{ . }}
    {{- end }}
  {{- end }}
{{- end }}
