import type { FieldProps } from './field.tsx';

export interface ControlProps extends FieldProps {
  readonly id: string;
}

/** What every control says of itself. */
export function aria({ id, field, error }: ControlProps) {
  return {
    id,
    'data-field': field.name,
    'aria-describedby': `${id}-hint ${id}-error`,
    'aria-invalid': !!error,
    'aria-required': field.required,
    required: field.required,
  };
}
