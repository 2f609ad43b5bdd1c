{{/* Environment of a service: exactly what its options read. Arguments: root, component, settings. */}}
{{- define "truceline.environment" -}}
{{- $own := include "truceline.ownEnvironment" . }}
{{- $own }}
{{- range $name, $value := .settings.env }}
{{- if contains (printf "- name: %s\n" $name) $own }}
{{- fail (printf "%s: env.%s is set by the chart itself." $.component $name) }}
{{- end }}
- name: {{ $name }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- end }}

{{/* What the chart sets by itself. The same arguments. */}}
{{- define "truceline.ownEnvironment" -}}
{{- $root := .root }}
{{- $fullname := include "truceline.fullname" $root }}
{{- $isGateway := eq .component "gateway" }}
{{- $prefix := ternary "Gateway__Services__" "Services__" $isGateway -}}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{- if $isGateway }}
- name: Gateway__PublicPort
  value: "8443"
- name: Gateway__HealthPort
  value: "8082"
- name: Gateway__CertificatePath
  value: /tls/tls.crt
- name: Gateway__CertificateKeyPath
  value: /tls/tls.key
- name: Gateway__ExposeOperations
  value: {{ $root.Values.gateway.exposeOperations | quote }}
{{- else }}
{{- $sql := include "truceline.postgresql" $root | fromYaml }}
{{- $redis := include "truceline.redis" $root | fromYaml }}
- name: Ports__Grpc
  value: "8081"
- name: Ports__Http
  value: "8082"
- name: POSTGRESQL_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $sql.secret }}
      key: {{ $sql.key }}
- name: Storage__ConnectionString
  value: {{ printf "Host=%s;Port=%v;Database=truceline_%s;Username=%s;Password=\"$(POSTGRESQL_PASSWORD)\";Maximum Pool Size=%v%s"
    $sql.host $sql.port .component $sql.username $root.Values.postgresql.maxPoolSize
    (ternary "" (printf ";%s" $sql.parameters) (empty $sql.parameters)) | squote }}
{{- if $redis.secret }}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $redis.secret }}
      key: {{ $redis.key }}
{{- end }}
- name: Cache__Redis
  value: {{ printf "%s:%v%s%s%s" $redis.host $redis.port
    (ternary "" (printf ",user=%s" $redis.username) (empty $redis.username))
    (ternary "" ",password=$(REDIS_PASSWORD)" (empty $redis.secret))
    (ternary ",ssl=true" "" $redis.tls) | quote }}
- name: APP_API_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ include "truceline.appTokenSecret" $root }}
      key: token
{{- end }}
{{- range $id, $name := dict "ingest" "Ingest" "entity" "Entity" "geozone" "GeoZone" "notification" "Notification" }}
- name: {{ $prefix }}{{ $name }}
  value: http://{{ $fullname }}-{{ $id }}:8081
{{- end }}
- name: Logging__LogLevel__Default
  value: {{ $root.Values.logging.level }}
- name: Logging__Console__FormatterName
  value: json
- name: Logging__Console__FormatterOptions__UseUtcTimestamp
  value: "true"
- name: Logging__Console__FormatterOptions__TimestampFormat
  value: "yyyy-MM-ddTHH:mm:ss.fffZ"
{{- with $root.Values.telemetry.otlp.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: {{ $root.Values.telemetry.otlp.protocol }}
{{- end }}
- name: OTEL_TRACES_SAMPLER
  value: parentbased_traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $root.Values.telemetry.sampleRatio | quote }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: k8s.namespace.name={{ $root.Release.Namespace }},k8s.pod.name=$(POD_NAME)
{{- end }}
