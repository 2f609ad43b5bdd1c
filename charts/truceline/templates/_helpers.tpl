{{/* Ids of the services, in the order of the flow. The first four have a database and a sidecar. */}}
{{- define "truceline.ids" -}}ingest entity geozone notification gateway{{- end }}
{{- define "truceline.backends" -}}ingest entity geozone notification{{- end }}

{{- define "truceline.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 48 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | replace "." "-" | trunc 48 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | replace "." "-" | trunc 48 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}

{{/* Labels that never change; pods are selected by them. Arguments: root, component. */}}
{{- define "truceline.selectorLabels" -}}
app.kubernetes.io/name: {{ default .root.Chart.Name .root.Values.nameOverride | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Labels of every object. Arguments: root, component. */}}
{{- define "truceline.labels" -}}
{{ include "truceline.selectorLabels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: truceline
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{/* What holds for one service: the defaults, overridden by its own. Arguments: root, component. */}}
{{- define "truceline.settings" -}}
{{- mergeOverwrite (deepCopy .root.Values.defaults) (deepCopy (index .root.Values.services .component)) | toYaml }}
{{- end }}

{{/* Reference of an image. Arguments: registry, repository, tag, digest. */}}
{{- define "truceline.image" -}}
{{- with .registry }}{{ . }}/{{ end }}{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end }}

{{- define "truceline.podSecurity" -}}
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "truceline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/*
A value of a Secret that is made once: the one in the cluster when there is one, else a random one; in base64.
Arguments: root, secret, key.
*/}}
{{- define "truceline.keptValue" -}}
{{- $existing := lookup "v1" "Secret" .root.Release.Namespace .secret }}
{{- with dig "data" .key "" ($existing | default dict) }}{{ . }}{{ else }}{{ randAlphaNum 32 | b64enc }}{{ end }}
{{- end }}

{{- define "truceline.appTokenSecret" -}}
{{- .Values.dapr.appToken.existingSecret | default (printf "%s-app-token" (include "truceline.fullname" .)) }}
{{- end }}

{{- define "truceline.tlsSecret" -}}
{{- .Values.gateway.tls.existingSecret | default (printf "%s-tls" (include "truceline.fullname" .)) }}
{{- end }}

{{/* Port of the OTLP endpoint, and host:port the way that Dapr wants it. */}}
{{- define "truceline.otlpPort" -}}
{{- $url := urlParse .Values.telemetry.otlp.endpoint }}
{{- regexFind ":[0-9]+$" $url.host | trimPrefix ":" | default (ternary "443" "80" (eq $url.scheme "https")) }}
{{- end }}
{{- define "truceline.otlpAddress" -}}
{{- regexReplaceAll ":[0-9]+$" (urlParse .Values.telemetry.otlp.endpoint).host "" }}:{{ include "truceline.otlpPort" . }}
{{- end }}
